/** A start with what would take the app's protection away (main/shell/refusedStart.ts). */
export const refusedStart = {
  title: '教师工作台没有启动',
  message: (what: string) => `教师工作台没有打开：启动时带有 ${what}。`,
  why: {
    watched: '它会让其他程序查看和操控本程序。',
    network: '它会让本程序的网络通信被别人看到，或者转到别处。',
    protection: '它会关掉保护这台电脑的安全措施。',
    code: '它会让外来的代码在本程序里运行。',
    written: '它会把本程序处理的内容记录到别处。',
  },
  advice: '请去掉它再打开。如果不清楚它从哪里来，请联系学校的信息管理员。',
};

export type RefusedStartWords = typeof refusedStart;
