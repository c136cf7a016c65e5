/** The part of unzipper, which has no types of its own, that the scripts use. */
declare module 'unzipper' {
  interface Entry {
    readonly type: 'File' | 'Directory';
    readonly path: string;
    readonly externalFileAttributes: number;
    stream(): NodeJS.ReadableStream;
  }
  const unzipper: {
    readonly Open: { file(path: string): Promise<{ readonly files: readonly Entry[] }> };
  };
  export default unzipper;
}
