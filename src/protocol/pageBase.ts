import type { Key } from '../core/model';
import { checkKey } from './address';
import { checkDirection, label } from './pageParts';

/** What every page has. */
export interface PageBase {
  /** What the page is about; on the page for something that is gone, what was asked for. */
  readonly key: Key;
  readonly title: string;
  readonly direction: 'ltr' | 'rtl';
  /** What a screen reader says when the page was opened. */
  readonly announcement: string;
}

export const baseShape = { key: checkKey, title: label, direction: checkDirection, announcement: label };
