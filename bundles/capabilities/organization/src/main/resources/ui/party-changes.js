/** Founding, changing and closing party organisations. */
import { api, ask, compact, edit, etagOf, format, html, notify } from '@gridloom/ui';
import { reasonFields, reasonOf } from './reasons.js';
import { t } from './words.js';

const PATH = 'organization/party-organizations';

const nameField = () => ({ name: 'name', label: t('common.name'), type: 'text', required: true, maxLength: 100 });
const noteField = () => ({ name: 'note', label: t('common.note'), type: 'text', maxLength: 200 });

/** Where it is, whom it serves, what is above it. */
const placeFields = () => [
  { name: 'seat', label: t('party.seat'), type: 'unit', required: true, help: t('party.seatHelp') },
  { name: 'covers', label: t('party.covers'), type: 'units', help: t('party.coversHelp') },
  { name: 'parent', label: t('party.parent'), type: 'organization', family: 'party', help: t('party.parentHelp') },
];

/**
 * @param {import('./terms.js').Terms} words
 * @param {object} [value] what is known already
 * @returns {Promise<object | undefined>} the organisation
 */
export async function createParty(words, value = {}) {
  const answer = await ask({
    heading: t('party.create'),
    label: t('party.create'),
    value: { validFrom: format.today(), ...value },
    fields: [
      { name: 'level', label: t('party.level'), type: 'select', required: true, options: words.partyLevelChoices() },
      ...words.partyLevels.map(level => ({
        name: `types.${level.code}`, label: t('party.type'), type: 'select', required: true,
        options: words.typeChoices('party', level.code), show: typed => typed.level === level.code,
      })),
      nameField(),
      { name: 'code', label: t('common.code'), type: 'text', required: true, maxLength: 40, pattern: '[0-9A-Za-z][0-9A-Za-z._-]*', help: t('common.codeHelp') },
      ...placeFields(),
      { name: 'validFrom', label: t('common.validFrom'), type: 'date', required: true },
      noteField(),
    ],
    submit: async ({ types: chosen, ...draft }, { key }) =>
      (await api.post(PATH, compact({ ...draft, type: chosen[draft.level] }), { key })).body,
  });
  if (answer) notify(t('party.created', { name: answer.name }));
  return answer;
}

/** @returns {Promise<boolean>} whether it was changed */
export async function changeParty(organization, words) {
  const path = `${PATH}/${organization.code}`;
  const parts = ['name', 'type', 'parent', 'seat', 'covers', 'note'];
  const answer = await edit({
    heading: t('party.changeOf', { name: organization.name }),
    label: t('common.save'),
    read: () => api.read(path),
    fields: ({ level }) => [
      nameField(),
      { name: 'type', label: t('party.type'), type: 'select', required: true, options: words.typeChoices('party', level) },
      ...placeFields(),
      noteField(),
      { name: 'on', label: t('common.changeDate'), type: 'date', required: true, help: t('common.changeDateHelp') },
      ...reasonFields(),
    ],
    value: record => ({ ...Object.fromEntries(parts.map(part => [part, record[part]])), on: format.today() }),
    write: (value, { etag, key, changed }) => {
      const change = { on: value.on, ...reasonOf(value) };
      parts.filter(changed).forEach(part => { change[part] = value[part] ?? ''; });
      return api.patch(path, change, { ifMatch: etag, key });
    },
  });
  if (answer) notify(t('common.saved'));
  return Boolean(answer);
}

/**
 * Closes an organisation of any family.
 *
 * @param {string} path of its kind, below `/api/`
 * @param {object} organization
 * @returns {Promise<boolean>} whether it was closed
 */
export async function closeOrganization(path, organization) {
  const answer = await ask({
    heading: t('organization.closeOf', { name: organization.name }),
    intro: html`<p>${t('organization.closeIntro')}</p>`,
    label: t('organization.close'),
    value: { on: format.today() },
    fields: [
      { name: 'on', label: t('organization.closeOn'), type: 'date', required: true, help: t('organization.closeOnHelp') },
      { name: 'reason', label: t('reason.reason'), type: 'text', required: true, maxLength: 200 },
    ],
    submit: (value, { key }) =>
      api.post(`${path}/${organization.code}/close`, value, { key, ifMatch: etagOf(organization) }),
  });
  if (answer) notify(t('organization.closed', { name: organization.name }));
  return Boolean(answer);
}
