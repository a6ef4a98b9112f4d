/** Appointing people to posts, handing posts over, ending them. Each says whether something was done. */
import { api, ask, compact, etagOf, format, html, notify, session } from '@gridloom/ui';
import { t } from './words.js';

/** @typedef {{holder: 'unit'|'party'|'outside'|'body', code: string, name: string, kind: string, unit?: string}} Place */

const AT_MOST = 500;

const today = () => format.today();

/**
 * @param {import('./terms.js').Terms} words
 * @param {object} given what is known already
 * @param {Place} [given.place] with its party level, level of unit, or type of organisation as `kind`
 * @param {{code: string, name: string}} [given.person]
 */
export async function appoint(words, { place, person }) {
  const kinds = place ? words.postKindsAt(place.holder, place.kind) : words.postKinds;
  const kind = code => kinds.find(known => known.code === code);
  const answer = await ask({
    heading: place ? t('post.appointAt', { name: place.name }) : t('post.appointPerson', { name: person.name }),
    label: t('post.appoint'),
    value: { validFrom: today(), person: person?.code },
    fields: [
      ...(person ? [] : [{ name: 'person', label: t('post.person'), type: 'person', required: true, help: t('post.personHelp') }]),
      {
        name: 'kind', label: t('post.kind'), type: 'select', required: true,
        options: kinds.map(({ code, name }) => ({ value: code, label: name })),
      },
      ...(place ? [] : await placeFields(kind)),
      { name: 'validFrom', label: t('post.validFrom'), type: 'date', required: true },
      { name: 'validTo', label: t('post.validTo'), type: 'date', help: t('post.validToHelp') },
      {
        name: 'represents', label: t('post.represents'), type: 'organization', family: 'outside', required: true,
        help: t('post.representsHelp'), show: value => kind(value.kind)?.representative,
      },
      {
        name: 'crossAppointment', label: t('post.cross'), type: 'organization', family: 'outside', help: t('post.crossHelp'),
      },
      { name: 'note', label: t('common.note'), type: 'text', maxLength: 200 },
    ],
    submit: (value, { key }) => {
      const { unitAt, partyAt, outsideAt, bodyAt, ...rest } = value;
      const at = place?.code ?? unitAt ?? partyAt ?? outsideAt ?? bodyAt;
      return api.post('organization/posts', { person: person?.code, ...compact(rest), at }, { key });
    },
  });
  if (answer) notify(t('post.appointed', { name: answer.body.personName, kind: words.postKind(answer.body.kind) }));
  return Boolean(answer);
}

/** Where the post is: which field is shown follows from the kind. */
async function placeFields(kind) {
  const isAt = holder => value => kind(value.kind)?.holder === holder;
  return [
    { name: 'unitAt', label: t('post.atUnit'), type: 'unit', required: true, show: isAt('unit') },
    { name: 'partyAt', label: t('post.atParty'), type: 'organization', family: 'party', required: true, show: isAt('party') },
    { name: 'outsideAt', label: t('post.atOutside'), type: 'organization', family: 'outside', required: true, show: isAt('outside') },
    { name: 'bodyAt', label: t('post.atBody'), type: 'select', required: true, options: await bodies(), show: isAt('body') },
  ];
}

async function bodies() {
  if (!session.can('organization.coordination.read')) return [];
  const { items } = await api.get('organization/coordination-bodies', { query: { size: AT_MOST } });
  return items.map(({ code, name }) => ({ value: code, label: name }));
}

/** @param {object} post @param {import('./terms.js').Terms} words */
export async function handOver(post, words) {
  const kind = words.postKinds.find(({ code }) => code === post.kind);
  const answer = await ask({
    heading: t('post.handOverOf', { kind: words.postKind(post.kind), name: post.personName }),
    intro: html`<p>${t('post.handOverIntro')}</p>`,
    label: t('post.handOver'),
    value: { on: today() },
    fields: [
      { name: 'person', label: t('post.successor'), type: 'person', required: true, help: t('post.personHelp') },
      { name: 'on', label: t('post.handOverOn'), type: 'date', required: true, help: t('post.handOverOnHelp') },
      { name: 'validTo', label: t('post.validTo'), type: 'date', help: t('post.validToHelp') },
      ...(kind?.representative
        ? [{ name: 'represents', label: t('post.represents'), type: 'organization', family: 'outside', help: t('post.representsKept') }]
        : []),
      { name: 'reason', label: t('reason.reason'), type: 'text', maxLength: 200 },
    ],
    submit: (value, { key }) =>
      api.post(`organization/posts/${post.id}/handover`, compact(value), { key, ifMatch: etagOf(post) }),
  });
  if (answer) notify(t('post.handedOver', { from: post.personName, to: answer.body.personName }));
  return Boolean(answer);
}

/** @param {object} post @param {import('./terms.js').Terms} words */
export async function endPost(post, words) {
  const answer = await ask({
    heading: t('post.endOf', { kind: words.postKind(post.kind), name: post.personName }),
    intro: html`<p>${t('post.endIntro')}</p>`,
    label: t('post.end'),
    value: { on: today() },
    fields: [
      { name: 'on', label: t('post.endOn'), type: 'date', required: true, help: t('post.endOnHelp') },
      { name: 'reason', label: t('reason.reason'), type: 'text', required: true, maxLength: 200 },
    ],
    submit: (value, { key }) => api.post(`organization/posts/${post.id}/end`, value, { key, ifMatch: etagOf(post) }),
  });
  if (answer) notify(t('post.ended', { name: post.personName }));
  return Boolean(answer);
}
