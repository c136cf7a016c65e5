/** The three kinds of message body, as the platform's documents write them. */
type Body = Readonly<Record<string, unknown>>;

export function text(content: string): Body {
  return { msgtype: 'text', text: { content } };
}

interface Link {
  readonly title: string;
  readonly content: string;
  readonly url: string;
  readonly busiId: string;
  readonly picture?: string;
}

export function link({ title, content, url, busiId, picture }: Link): Body {
  return {
    msgtype: 'link',
    link: { pcUrl: url, appUrl: url, picUrl: picture ?? '', content, title, busiId },
  };
}

interface Card {
  readonly head: string;
  /** Two hex digits of alpha, six of colour; the platform's own default when left out. */
  readonly colour?: string;
  readonly url: string;
  readonly busiId: string;
  readonly title?: string;
  readonly content?: string;
  readonly author?: string;
  readonly files?: number;
  readonly picture?: string;
  /** At most six. */
  readonly form?: Readonly<Record<string, string>>;
}

export function card(given: Card): Body {
  const { head, colour, url, busiId, title, content, author, files, picture, form } = given;
  return {
    // Written `msgType` by the field tables and `msgtype` by the examples: cards go by the tables.
    msgType: 'oa',
    busiId,
    pcUrl: url,
    appUrl: url,
    oa: {
      head: { text: head, ...(colour && { bgColor: colour }) },
      body: {
        ...(title && { title }),
        ...(content && { content }),
        ...(picture && { imageUrl: picture }),
        ...(files !== undefined && { fileCount: String(files) }),
        ...(author && { author }),
        ...(form && { form: Object.entries(form).map(([key, value]) => ({ key, value })) }),
      },
    },
  };
}
