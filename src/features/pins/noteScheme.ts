/** The scheme of addresses of notes. */
export const NOTE_SCHEME = 'dossier-note';
