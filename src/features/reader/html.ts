import * as vscode from 'vscode';

/** The only folder that the reader may load from. */
export function readerRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'reader');
}

/** The reader's shell: a style sheet, a script, and nothing else that could run or load. */
export function readerHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const address = (file: string): string =>
    escapeHtml(webview.asWebviewUri(vscode.Uri.joinPath(readerRoot(extensionUri), file)).toString());
  const nonce = makeNonce();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('reader.css')}">
<title>Dossier</title>
</head>
<body>
<script nonce="${nonce}" src="${address('reader.js')}"></script>
</body>
</html>`;
}

/** 128 bits that nobody can guess, as hexadecimal digits. */
function makeNonce(): string {
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
