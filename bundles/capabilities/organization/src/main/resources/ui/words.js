import { texts } from '@gridloom/ui';

/** The words of this bundle. */
export const t = await texts(import.meta.url);
