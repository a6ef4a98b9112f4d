/** The periods of an organisation of any family, as a timeline of what changed. */
import { format, html } from '@gridloom/ui';
import { linkTo, linksTo } from './links.js';
import { t } from './words.js';

/** @param {object[]} periods oldest first, with names */
export function renderOrganizationHistory(periods, words) {
  const today = format.today();
  const items = periods.map((period, i) => ({
    date: period.validFrom,
    title: i === 0 ? t('history.founded') : t('history.changed'),
    state: period.validFrom > today ? 'future' : 'done',
    body: renderParts(period, periods[i - 1], words),
  }));
  const end = periods.at(-1)?.validTo;
  if (end) items.push({ date: end, title: t('history.close'), state: end > today ? 'future' : 'done' });
  return html`<gl-timeline label=${t('unit.history')} .items=${items.reverse()}></gl-timeline>`;
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function renderParts(period, former, words) {
  const parts = [
    ['name', t('common.name'), period.name],
    ['type', t('party.type'), words.type(period.type)],
    ['seat', t('party.seat'), linkTo('unit', period.names.seat)],
    ['covers', t('party.covers'), linksTo('unit', period.names.covers)],
    ['serves', t('outside.serves'), linksTo('unit', period.names.serves)],
    ['parent', t('party.parent'), linkTo('party', period.names.parent)],
    ['note', t('common.note'), period.note],
  ];
  const changed = parts.filter(([part]) => (former ? !same(period[part], former[part]) : period[part]));
  return html`<ul>${changed.map(([, label, value]) => html`<li>${t('history.fact', { field: label, value: '' })}${value || t('common.none')}</li>`)}</ul>`;
}
