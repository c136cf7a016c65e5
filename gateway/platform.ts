import { Applications } from './applications';
import { Clock } from './clock';
import { Faults } from './faults';
import { Journal } from './journal';
import { Logins } from './logins';
import { type InboxSize, Mailboxes } from './mailboxes';
import type { InboxSizes } from './messages/inboxes';
import { type MoreClasses, People, type PracticePerson } from './people';
import { Secrets } from './secrets';
import { Sessions } from './sessions';
import { defaultSettings, type Settings, type SettingsChange, settingsSchema } from './settings';

export interface PlatformStart {
  /** Of its own server, without a slash at the end. */
  readonly url: string;
  readonly application: { readonly appId: string; readonly appKey: string };
  readonly settings: SettingsChange;
  /** Milliseconds since 1970: the messages were sent in the days before. */
  readonly baseTime: number;
  readonly classes: MoreClasses;
  readonly inboxes?: InboxSizes | undefined;
}

/** All that the platform knows. Its addresses are in `calls`. */
export class Platform {
  readonly url: string;
  readonly settings: Settings;
  readonly clock = new Clock();
  readonly secrets = new Secrets();
  readonly journal = new Journal();
  readonly faults = new Faults();
  readonly people: People;
  readonly applications: Applications;
  readonly logins: Logins;
  readonly sessions: Sessions;
  readonly mailboxes: Mailboxes;
  readonly #closing = new AbortController();

  constructor({ url, application, settings, baseTime, inboxes, classes }: PlatformStart) {
    this.url = url;
    this.settings = settingsSchema.parse({ ...defaultSettings, ...settings });
    this.people = new People(url, classes);
    this.applications = new Applications(application, this.clock, this.secrets, this.settings);
    this.logins = new Logins(this.clock, this.secrets);
    this.sessions = new Sessions(this.clock, this.secrets, this.settings);
    this.mailboxes = new Mailboxes(this.people.all, { url, baseTime, sizes: inboxes }, this.clock);
  }

  /** Aborted as soon as the platform begins to close. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Everyone, with the size of the inbox as the platform started. */
  peopleAtStart(): readonly (PracticePerson & { readonly inbox: InboxSize })[] {
    return this.people.all.map((person) => ({
      ...person,
      inbox: this.mailboxes.firstSize(person.personId),
    }));
  }

  configure(change: SettingsChange): void {
    Object.assign(this.settings, settingsSchema.parse({ ...this.settings, ...change }));
  }

  /** Whoever is held or delayed is let go at once, to be cut off. */
  close(): void {
    this.#closing.abort();
    this.faults.clear();
  }
}
