/** True in the package that the end-to-end tests run, and in nothing else (electron.vite.config.ts). */
declare const __TEST_BUILD__: boolean;
