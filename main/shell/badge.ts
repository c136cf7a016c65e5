/** The pictures that Windows lays over the app's icon in the taskbar; it draws no numbers itself. */
export const badges = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'more'] as const;
export type Badge = (typeof badges)[number];

/** For so many unread messages; null where there is nothing to say. `more` stands for 10 and above. */
export const badgeOf = (unread: number): Badge | null =>
  unread === 0 ? null : (badges[unread - 1] ?? 'more');
