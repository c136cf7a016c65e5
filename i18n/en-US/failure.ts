import type { Failure } from '../../preload/contract';
import type { TellFailure } from '../words';
import { expected } from './deployment';

const megabyte = 1024 * 1024;
const notUsed = 'What was received was not used; nothing has changed.';
const askAdministrator = "If it keeps happening, ask your school's network administrator.";

const issuedBy = (issuer: string | null) => (issuer === null ? '' : `, issued by ${issuer}`);

const refusedHow = {
  refused: (host: string) => `${host} refused the connection.`,
  reset: (host: string) => `The connection to ${host} broke off.`,
  unreachable: (host: string) => `This network cannot reach ${host}.`,
};

const notReady = {
  deployment: {
    what: 'No deployment file has been chosen yet.',
    can: 'Choose the deployment file that your school or education bureau gave you.',
  },
  consent: {
    what: 'You have not agreed yet to what is stored on this computer.',
    can: 'Choose "Sign in to the education cloud" on the sign-in page, read what is stored, and agree.',
  },
  'sign-in': { what: 'You are not signed in.', can: 'Sign in first.' },
  feed: {
    what: 'Your school has not set up a message list.',
    can: 'You can still mark messages by their IDs; ask your administrator for the list.',
  },
  update: {
    what: 'There is no update to download or install.',
    can: 'Check for updates first.',
  },
};

const askIt = "tell your school's IT what this says.";
const tellIt = "Tell your school's IT what this says.";
const nothingFetched = 'To be safe, nothing was downloaded; the version you have goes on working.';
const fetchedRemoved =
  'What was downloaded has been removed; the version you have goes on working.';

const updateRefused = {
  absent: {
    what: 'The update server describes no update for this kind of system.',
    done: null,
    can: tellIt,
  },
  unsigned: {
    what: "The update's description is not signed by the key that this app knows: it may not be genuine.",
    done: nothingFetched,
    can: tellIt,
  },
  unusable: {
    what: "The update's description is signed, but cannot be used, or names no file for this computer.",
    done: nothingFetched,
    can: tellIt,
  },
  older: {
    what: 'The update server offers an older version than the one you have.',
    done: nothingFetched,
    can: tellIt,
  },
  elsewhere: {
    what: 'The update server redirected to another address.',
    done: nothingFetched,
    can: `This network may require its own sign-in first. If it keeps happening, ${askIt}`,
  },
  damaged: {
    what: 'The downloaded file does not match its description.',
    done: fetchedRemoved,
    can: `You can download it once more. If it keeps happening, ${askIt}`,
  },
  incomplete: {
    what: 'The download broke off.',
    done: fetchedRemoved,
    can: 'Download it once more when the network is steady; it begins anew.',
  },
  'no-room': {
    what: 'There is not enough room on the disk for the new version.',
    done: fetchedRemoved,
    can: 'Make some room, and download it once more.',
  },
};

const fileNotWritten = {
  'no-room': {
    what: 'There is not enough room there.',
    can: 'Make some room, or save it somewhere else.',
  },
  'not-allowed': {
    what: 'You are not allowed to write a file there.',
    can: 'Save it somewhere else, such as in Documents.',
  },
  gone: {
    what: 'That folder is not there any more, or its drive is disconnected.',
    can: 'Check the USB or network drive, or save it somewhere else.',
  },
  other: { what: 'The file could not be written there.', can: 'Save it somewhere else.' },
};

const keychain = {
  locked: {
    what: 'The system keychain is locked, so the saved sign-in cannot be read.',
    can: 'Unlock the keychain (usually with your computer password) and try again.',
  },
  unavailable: {
    what: 'This computer has no system keychain to keep the sign-in safe.',
    can: 'You can go on working; after quitting you will have to sign in again.',
  },
};

const pictureNotShown = {
  'not-https': (host: string) =>
    `The picture is not offered over an encrypted connection, https${inBrackets(host)}.`,
  credentials: (host: string) =>
    `The picture's address contains a user name or password${inBrackets(host)}.`,
  'private-address': (host: string) =>
    `The picture's address leads to this computer or an internal network${inBrackets(host)}.`,
  'not-a-picture': (host: string) =>
    `What was received is not an intact JPG, PNG, GIF or WebP picture${inBrackets(host)}.`,
  redirects: (host: string) =>
    `The picture's address kept redirecting and never led to a picture${inBrackets(host)}.`,
};

const inBrackets = (host: string) => (host === '' ? '' : ` (${host})`);

export const tellFailure: TellFailure = (failure: Failure) => {
  switch (failure.kind) {
    case 'offline':
      return {
        what: 'The computer is not connected to a network.',
        done: null,
        can: 'Check the cable or the Wi-Fi.',
      };
    case 'timeout':
      return {
        what: `${failure.host} did not answer within ${Math.round(failure.afterMs / 1000)} seconds.`,
        done: 'The app stopped waiting.',
        can: `Try again later. ${askAdministrator}`,
      };
    case 'dns':
      return {
        what: `The address ${failure.host} cannot be found.`,
        done: null,
        can: "Check the network; away from school you may need the school's VPN.",
      };
    case 'refused':
      return {
        what: refusedHow[failure.how](failure.host),
        done: null,
        can: `Try again later. ${askAdministrator}`,
      };
    case 'proxy':
      return {
        what: "The network's proxy server cannot be reached.",
        done: null,
        can: 'Check the proxy settings, or ask your network administrator.',
      };
    case 'proxy-password':
      return {
        what: "The network's proxy server requires a user name and password, and got none or wrong ones.",
        done: null,
        can: 'Trying again asks for them again; your network administrator knows them.',
      };
    case 'tls':
      return {
        what: `The security certificate of ${failure.host} has a problem (${failure.reason}${issuedBy(failure.issuer)}), so its identity cannot be confirmed.`,
        done: 'To be safe, nothing was sent.',
        can: "Check the computer's date and time; a network that requires its own sign-in first can also cause this. If that does not help, ask your network administrator and do not type your password here.",
      };
    case 'not-the-platform':
      return {
        what: `Something other than the platform answered for ${failure.host}: this network may require its own sign-in first.`,
        done: notUsed,
        can: "Open the network's sign-in page in the browser, sign in there, and try again.",
      };
    case 'http-status':
      return {
        what: `${failure.host} did not accept the request (HTTP ${failure.status}).`,
        done: null,
        can: 'Try again later; if it keeps happening, give the number to your administrator.',
      };
    case 'server':
      return {
        what: `The platform at ${failure.host} has a fault (HTTP ${failure.status}).`,
        done: null,
        can: "The fault is on the platform's side. Try again later.",
      };
    case 'rejected':
      return {
        what: failure.text
          ? `The platform did not accept it: ${failure.text} (code ${failure.code}).`
          : `The platform did not accept it and gave no reason (code ${failure.code}).`,
        done: null,
        can: 'Try again later; if it keeps happening, give the code to your administrator.',
      };
    case 'malformed':
      return {
        what: `The platform's answer cannot be used (${failure.field}: ${failure.problem}).`,
        done: notUsed,
        can: 'Give the words in brackets to your administrator.',
      };
    case 'too-large':
      return {
        what: `The answer of ${failure.host} is larger than ${failure.limitBytes / megabyte} MB.`,
        done: notUsed,
        can: 'Tell your administrator.',
      };
    case 'keychain':
      return { ...keychain[failure.problem], done: 'The sign-in was not stored anywhere else.' };
    case 'no-app-key':
      return {
        what: 'The application key is not in the system keychain, or the keychain is locked.',
        done: null,
        can: 'Unlock the keychain and try again; if that does not help, import the deployment file again.',
      };
    case 'storage':
      return {
        what: "This computer's disk could not be written to.",
        done: null,
        can: 'Check whether the disk is full.',
      };
    case 'locked-by-policy':
      return {
        what: 'This setting is managed by your school and cannot be changed here.',
        done: null,
        can: "To have it changed, ask your school's administrator.",
      };
    case 'not-forgotten':
      return {
        what: 'The system keychain is locked, so what is kept in it cannot be removed.',
        done: 'Nothing was removed.',
        can: 'Unlock the keychain (usually with your computer password) and try again.',
      };
    case 'file':
      return { ...fileNotWritten[failure.why], done: 'No half-written file was left there.' };
    case 'cancelled':
      return { what: 'Cancelled.', done: null, can: null };
    case 'invalid-argument':
      return {
        what: `The app did not accept this (${failure.argument}).`,
        done: 'Nothing was changed.',
        can: 'Give the words in brackets to your administrator.',
      };
    case 'picture':
      return {
        what: pictureNotShown[failure.why](failure.host),
        done: 'To be safe, it is not shown.',
        can: 'If you need it, view it in the browser, or tell whoever sent the message.',
      };
    case 'update':
      return updateRefused[failure.why];
    case 'wrong-person':
      return {
        what: 'The session that the login page returned does not match the account that just signed in.',
        done: 'To be safe, this sign-in was discarded.',
        can: 'Sign in again; if it comes back, tell your administrator.',
      };
    case 'no-file-manager':
      return {
        what: 'The system did not open the folder.',
        done: null,
        can: 'You can go to the place named here in your file manager.',
      };
    case 'no-browser':
      return {
        what: 'The system could not open a browser.',
        done: null,
        can: 'Check that this computer has a default browser.',
      };
    case 'fixed-deployment':
      return {
        what:
          failure.by === 'machine'
            ? 'An administrator set the deployment file of this computer, and it comes before any other.'
            : 'A deployment file was given when the app started, and it comes before any other.',
        done: 'The new file was not used.',
        can: 'Ask your administrator if it has to change.',
      };
    case 'internal':
      return {
        what: 'Something went wrong inside the app.',
        done: 'Details are in the log.',
        can: 'Try once more; if it keeps happening, tell your administrator.',
      };
    case 'wrong-file': {
      const [first] = failure.problems;
      const field = first?.field || 'the whole file';
      return {
        what: first
          ? `This is not a usable deployment file: ${field} should be ${expected[first.expected]}.`
          : 'This is not a usable deployment file.',
        done: 'The file was not used.',
        can: 'Pass this on to whoever gave you the file.',
      };
    }
    case 'not-ready':
      return { ...notReady[failure.needs], done: null };
  }
};
