/** Filters of this bundle's lists. */
import { t } from './words.js';

/** The date as of which everything is shown. */
export const asOfFilter = () => ({ name: 'asOf', label: t('common.asOf'), type: 'date' });
