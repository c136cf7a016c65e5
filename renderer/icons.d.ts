/** An icon's markup, without the `svg` element around it (electron.vite.config.ts). */
declare module '*.svg?icon' {
  const markup: string;
  export default markup;
}
