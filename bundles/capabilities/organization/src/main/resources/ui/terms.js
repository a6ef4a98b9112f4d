/** What the district calls its levels, types and kinds: asked for once, shared by all pages. */
import { api } from '@gridloom/ui';
import { t } from './words.js';

const FORBIDDEN = 403;
const asked = new Map();

/** The list, asked for once; empty where the caller may not see it. */
function list(path) {
  if (!asked.has(path)) {
    asked.set(path, api.get(path).catch(problem => {
      asked.delete(path);
      if (problem.status === FORBIDDEN) return [];
      throw problem;
    }));
  }
  return asked.get(path);
}

/** To be called after the vocabulary was changed. */
export const forgetTerms = () => asked.clear();

/** @returns {Promise<Terms>} */
export async function terms() {
  return new Terms(...await Promise.all([
    list('organization/levels'),
    list('organization/party-levels'),
    list('organization/organization-types'),
    list('organization/post-kinds'),
  ]));
}

const nameIn = (items, code) => items.find(item => item.code === code)?.name ?? code ?? '';
const choices = items => items.map(({ code, name }) => ({ value: code, label: name }));

export class Terms {
  constructor(levels, partyLevels, types, postKinds) {
    Object.assign(this, { levels, partyLevels, types, postKinds });
  }

  level(code) {
    return nameIn(this.levels, code);
  }

  kindsOf(level) {
    return this.levels.find(known => known.code === level)?.kinds ?? [];
  }

  /** The kind of a unit, or its level where that has no kinds. */
  kind(unit) {
    return unit.kind ? nameIn(this.kindsOf(unit.level), unit.kind) : this.level(unit.level);
  }

  /** The level right below, if there is one. */
  levelBelow(code) {
    return this.levels[this.levels.findIndex(level => level.code === code) + 1];
  }

  partyLevel(code) {
    return nameIn(this.partyLevels, code);
  }

  type(code) {
    return nameIn(this.types, code);
  }

  postKind(code) {
    return nameIn(this.postKinds, code);
  }

  levelChoices() {
    return choices(this.levels);
  }

  kindChoices(level) {
    return choices(this.kindsOf(level));
  }

  partyLevelChoices() {
    return choices(this.partyLevels);
  }

  postKindChoices() {
    return choices(this.postKinds);
  }

  /** @param {'party'|'outside'|'body'} family @param {string} [partyLevel] */
  typeChoices(family, partyLevel) {
    return choices(this.types.filter(it => it.family === family && (!partyLevel || it.levels.includes(partyLevel))));
  }

  /**
   * Kinds of posts that there are at a place.
   *
   * @param {'party'|'unit'|'outside'|'body'} holder
   * @param {string} place level of the unit or party organisation, or type of organisation
   */
  postKindsAt(holder, place) {
    return this.postKinds.filter(it => it.holder === holder && (!it.places.length || it.places.includes(place)));
  }
}

export const dutyChoices = () => [
  { value: 'lead', label: t('duty.lead') },
  { value: 'full-time', label: t('duty.fullTime') },
  { value: 'part-time', label: t('duty.partTime') },
  { value: 'member', label: t('duty.member') },
];

export const holderChoices = () => [
  { value: 'party', label: t('family.party') },
  { value: 'unit', label: t('family.unit') },
  { value: 'outside', label: t('family.outside') },
  { value: 'body', label: t('family.body') },
];

export const gapChoices = () => [
  { value: 'grid-without-branch', label: t('gap.branch') },
  { value: 'grid-without-head', label: t('gap.head') },
  { value: 'grid-without-full-time-worker', label: t('gap.worker') },
  { value: 'organization-without-lead', label: t('gap.lead') },
  { value: 'organization-without-seat', label: t('gap.seat') },
];

export const labelOf = (options, value) => options.find(option => option.value === value)?.label ?? value ?? '';
