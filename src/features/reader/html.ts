/** What the reader's shell is made of. */
export interface ReaderShell {
  /** Addresses as the webview sees them. */
  readonly script: string;
  readonly style: string;
  /** The origin of a webview's own files, as VS Code gives it. */
  readonly cspSource: string;
  /** The user's language, as a BCP 47 tag. */
  readonly language: string;
  readonly nonce: string;
}

/** The reader's shell: a style sheet, a script, and nothing else that could run or load. */
export function readerHtml({ script, style, cspSource, language, nonce }: ReaderShell): string {
  const policy = [
    "default-src 'none'",
    `style-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    // A chart is made a picture by drawing it: the browser takes it from its own memory.
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(style)}">
<title>Dossier</title>
</head>
<body>
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(script)}"></script>
</body>
</html>`;
}

/** 128 bits that nobody can guess, as hexadecimal digits. */
export function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
