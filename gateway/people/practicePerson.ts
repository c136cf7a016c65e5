export interface PracticePerson {
  readonly account: string;
  readonly password: string;
  readonly personId: string;
  readonly accountId: string;
  readonly name: string;
  readonly userType: string;
  /** In a few Chinese words, for the login page. */
  readonly about: string;
  /** As the platform starts; null for one who is in none. */
  readonly currentOrganisationId: string | null;
  /** The picture's file name. */
  readonly avatar: string | null;
  /** What get-user-info answers, but for what `People.userInfo` adds. */
  readonly userInfo: Readonly<Record<string, unknown>> & {
    readonly user_top_org: readonly Readonly<Record<string, unknown>>[];
  };
}
