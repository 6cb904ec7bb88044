declare module 'dossier:packs' {
  /** The pack of each bundled dossier as text, by the name of its folder in data/. The build makes this module. */
  export const packs: Readonly<Record<string, string>>;
}

/** Whether the code runs in the web worker host. Set by the build. */
declare const IN_WEB_HOST: boolean;
