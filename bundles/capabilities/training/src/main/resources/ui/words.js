/** Words of this bundle, and those of the district's rules. */
import { api, texts } from '@gridloom/ui';

export const t = await texts(import.meta.url);

/** Topics, formats and audience of the rules in force. */
export async function vocabulary() {
  const words = await api.get('training/vocabulary');
  const name = list => code => words[list].find(term => term.code === code)?.name ?? code;
  const choices = list => words[list].map(term => ({ value: term.code, label: term.name }));
  return {
    topic: name('topics'), format: name('formats'), kind: name('audience'),
    topics: choices('topics'), formats: choices('formats'), kinds: choices('audience'),
  };
}

/** @param {'planned'|'open'|'held'|'cancelled'} state of a session */
export const stateOf = state => t(`state.${state}`);

export const sessionStates = () => ['planned', 'open', 'held', 'cancelled'].map(value => ({ value, label: stateOf(value) }));

/** @param {'enrolled'|'attended'|'absent'} state of a place in a session */
export const placeOf = state => t(`place.${state}`);

export const placeStates = () => ['enrolled', 'attended', 'absent'].map(value => ({ value, label: placeOf(value) }));
