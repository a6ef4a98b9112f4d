/** Words of this bundle. */
import { texts } from '@gridloom/ui';

export const t = await texts(import.meta.url);

/** @param {'ordered'|'done'|'cancelled'} state of a call-out */
export const stateOf = state => t(`state.${state}`);

export const callOutStates = () => ['ordered', 'done', 'cancelled'].map(value => ({ value, label: stateOf(value) }));
