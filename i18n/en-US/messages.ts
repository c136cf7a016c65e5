import type { Catalogue } from '../zh-CN';
import { count } from './count';

const messageCount = (n: number) => count(n, 'message', 'messages');

export const messages: Catalogue['messages'] = {
  title: 'Messages',
  filterLabel: 'Filter messages',
  unread: 'Unread',
  all: 'All',
  listLabel: 'Message list',
  more: 'More actions',
  markAllRead: 'Mark all as read',
  markAllUnread: 'Mark all as unread',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  selectAll: 'Select all',
  clearSelection: 'Clear selection',
  selected: (n) => `${n} selected`,
  select: (title) => `Select: ${title}`,
  refresh: 'Refresh',
  unreadMark: 'Unread',
  withKey: (name, key) => `${name} (${key})`,
  markAllReadHint: 'Marks every message in the list as read',
  markEverything: {
    read: 'Mark every message as read',
    unread: 'Mark every message as unread',
  },
  showMore: 'Show more',
  back: 'Back to the list',
  reading: 'Message',
  pickOne: 'Choose a message to read',
  openInBrowser: 'Open in browser',
  leadsTo: 'This link leads to:',
  leadsToHint:
    'The way it is written does not show where it leads, or is easily misread. If you do not know this address, do not open it.',
  leadsNowhere: 'Do not open',
  picture: (host) => `Picture (from ${host})`,
  pictureOf: (title) => `Picture of: ${title}`,
  pictureLoading: 'Loading the picture…',
  openPicture: 'View the picture in the browser',
  attachments: (n) => count(n, 'attachment', 'attachments'),
  unknownKind: (type) =>
    type
      ? `This app does not support this kind of message yet (${type}); here it is as it came:`
      : 'This app does not support this kind of message yet; here it is as it came:',
  openFailed: 'This message could not be opened',
  listFailed: 'The message list could not be read',
  linkFailed: 'The link could not be opened',
  notHere: 'The message that the link leads to is not in your list',
  notHereWhy: 'It may be for somebody else, or your school does not list it.',

  loading: 'Reading messages…',
  waiting: 'Messages are read once the platform answers',
  emptyTitle: 'No messages yet',
  empty: 'New messages will appear here.',
  noUnreadTitle: 'No unread messages',
  noUnread: 'All done. Choose "All" to see those you have read.',
  feedAbsentTitle: 'No message list here',
  feedAbsent:
    'Your school has not set up a message list. If you know the IDs of messages, you can still mark them as read or unread.',
  feedFailed: 'New messages could not be read',
  retry: 'Retry',
  unusable: (n) =>
    `${messageCount(n)} had unusable content and cannot be shown. Please tell your school's administrator.`,

  marking: (done, of) => `Marking ${done} of ${of}`,
  marked: {
    read: (n) => `${messageCount(n)} marked as read`,
    unread: (n) => `${messageCount(n)} marked as unread`,
  },
  undo: 'Undo',
  undone: 'Undone',
  markFailed: 'Marking did not succeed',
  nothingToMark: { read: 'These messages are all read', unread: 'These messages are all unread' },

  search: {
    label: 'Search messages',
    placeholder: 'Search sender, title, text',
    clear: 'Clear the search',
    preparing: 'Preparing the search…',
    found: (n) => `${n} found`,
    noneTitle: (query) => `Nothing found for "${query}"`,
    none: 'No sender, title or text has it. Try fewer or other words.',
    inAll: 'Search all messages',
  },

  outbox: {
    waiting: (n) => `${count(n, 'mark is', 'marks are')} waiting to be sent.`,
    does: {
      disk: 'They are saved on this computer and go out once the platform answers.',
      memory:
        'They go out once the platform answers; if you quit or sign out before that, they are lost.',
    },
  },
  refused: {
    count: (n) => `${count(n, 'mark was', 'marks were')} refused by the platform.`,
    look: 'View',
    title: 'Marks refused by the platform',
    explained:
      'The platform did not accept these marks. Send them again, or discard them: a message then goes back to how the platform has it.',
    as: { read: 'Mark as read', unread: 'Mark as unread' },
    withoutTitle: (id) => `ID ${id}`,
    more: (n) =>
      `${count(n, 'more is', 'more are')} not listed; "Retry all" and "Discard all" apply to them too.`,
    retry: 'Retry',
    discard: 'Discard',
    retryAll: 'Retry all',
    discardAll: 'Discard all',
    retryFailed: 'They could not be sent again',
    discardFailed: 'They could not be discarded',
    close: 'Close',
  },
  storage: {
    memory: {
      what: 'Messages are not saved on this computer.',
      does: 'Without a system keychain, messages and marks last until you quit.',
      can: 'Before you quit, please wait until your marks have been sent.',
    },
    refused: {
      what: "Messages could not be saved on this computer's disk.",
      does: 'They last until you quit, and so do your marks.',
      can: 'Before you quit, please wait until your marks have been sent; then check whether the disk is full.',
    },
    renewed: {
      what: 'The file of saved messages was damaged.',
      does: 'It has been set aside and messages are being read again; marks not yet sent may be lost.',
      can: 'Please check what you marked last, and mark again what is missing.',
    },
  },

  byIds: {
    open: 'Mark by IDs…',
    title: 'Mark messages by their IDs',
    hint: 'Paste message IDs, separated by spaces, line breaks, commas or semicolons.',
    label: 'Message IDs',
    counted: (n) => (n === 0 ? 'No IDs yet' : count(n, 'distinct ID', 'distinct IDs')),
    repeated: (n) => `${count(n, 'repeat', 'repeats')}, counted once`,
    tooLong: (n) => `${n} too long (over 128 characters), not sent`,
    tooMany: (limit) => `At most ${limit} at a time`,
    as: 'Mark as',
    read: 'read',
    unread: 'unread',
    send: (n) => `Mark ${messageCount(n)}`,
    sending: 'Marking…',
    cancel: 'Cancel',
    goOn: 'Continue in the background',
  },
};
