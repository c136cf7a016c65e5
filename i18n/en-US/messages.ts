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
  back: 'Back to the list',
  reading: 'Message',
  pickOne: 'Choose a message to read',
  openInBrowser: 'Open in browser',
  noLink: 'This message has no link to open',
  picture: (host) => `Picture (from ${host})`,
  pictureOf: (title) => `Picture of: ${title}`,
  pictureLoading: 'Getting the picture…',
  openPicture: 'View the picture in the browser',
  attachments: (n) => count(n, 'attachment', 'attachments'),
  unknownKind: (type) =>
    type
      ? `This app does not know this kind of message (${type}); here it is as it came:`
      : 'This app does not know this kind of message; here it is as it came:',
  openFailed: 'This message could not be opened',
  listFailed: 'The message list could not be read',
  linkFailed: 'The link could not be opened',

  loading: 'Reading messages…',
  waiting: 'Messages are read once the platform answers',
  emptyTitle: 'No messages yet',
  empty: 'New messages will appear here.',
  noUnreadTitle: 'No unread messages',
  noUnread: "All done. Choose 'All' to see those you have read.",
  feedAbsentTitle: 'No message list here',
  feedAbsent:
    'Your school has not set up a message list. If you know the ids of messages, you can still mark them as read or unread.',
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
  refused: (n) => `${messageCount(n)} could not be marked`,
  markFailed: 'Marking did not succeed',
  nothingToMark: { read: 'All messages shown are read', unread: 'All messages shown are unread' },

  byIds: {
    open: 'Mark by ids…',
    title: 'Mark messages by their ids',
    hint: 'Paste message ids, separated by spaces, lines, commas or semicolons.',
    label: 'Message ids',
    counted: (n) => (n === 0 ? 'No ids yet' : count(n, 'distinct id', 'distinct ids')),
    repeated: (n) => `${count(n, 'repeat', 'repeats')}, counted once`,
    tooLong: (n) => `${n} too long (over 128 characters), not sent`,
    tooMany: (limit) => `At most ${limit} at a time`,
    as: 'Mark as',
    read: 'read',
    unread: 'unread',
    send: (n) => `Mark ${messageCount(n)}`,
    sending: 'Marking…',
    cancel: 'Cancel',
  },
};
