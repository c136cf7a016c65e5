import { dayInWords, schoolDaysLater } from './calendar';

/** What a template has at hand for one message: chance that always falls alike, days, addresses. */
export interface Writing {
  pick<Item>(from: readonly [Item, ...Item[]]): Item;
  between(low: number, high: number): number;
  /** A school day so many of them after the message, such as `11月25日周二`. */
  day(daysLater: number): string;
  readonly className: string;
  readonly grade: string;
  readonly subject: string;
  readonly teacher: string;
  /** An https address of the school's office system. */
  link(path: string): string;
  /** An http address of the platform's own that gives a picture of 640×320. */
  picture(name: string): string;
  readonly businessId: string;
}

export interface Letter {
  readonly sender: { readonly id?: string; readonly name: string };
  readonly body: Readonly<Record<string, unknown>>;
}

export type Template = (writing: Writing) => Letter;

interface Circumstances {
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly number: number;
  readonly url: string;
  /** The classes the messages may be about. */
  readonly classes: readonly [string, ...string[]];
}

export function writing({ random, sentAt, number, url, classes }: Circumstances): Writing {
  const pick = <Item>(from: readonly [Item, ...Item[]]): Item =>
    from[Math.floor(random() * from.length)] ?? from[0];
  const className = pick(classes);
  return {
    pick,
    between: (low, high) => low + Math.floor(random() * (high - low + 1)),
    day: (daysLater) => dayInWords(schoolDaysLater(sentAt, daysLater)),
    className,
    grade: className.slice(0, '五年级'.length),
    subject: pick(['语文', '数学', '英语', '科学', '音乐', '体育', '道德与法治']),
    teacher: pick(['张老师', '李敏', '王建国', '刘倩', '赵文博', '孙老师', '周海燕', '何伟']),
    link: (path) => `https://oa.wuhan-school.example/${path}/${number}`,
    picture: (name) => `${url}/pictures/${name}.png`,
    businessId: `BUSI-${number}`,
  };
}
