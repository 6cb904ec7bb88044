import type * as vscode from 'vscode';
import type { DossierApi } from '../docs/dossier-api';
import * as extension from './extension';
import { nodePlatform } from './host/platform/nodePlatform';

/** The entry of the Node host. The rest is the bundle of the web host, so that the VSIX holds it once. */
export function activate(context: vscode.ExtensionContext): DossierApi {
  return extension.activate(context, nodePlatform);
}
