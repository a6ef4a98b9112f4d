/** What became of a unit: its names and records, and where its codes came from and went. */
import { Element, Task, api, define, format, html, nothing, router, session, states } from '@gridloom/ui';
import { dayBefore } from './dates.js';
import { hrefTo } from './links.js';
import { t } from './words.js';

define('organization-unit-history', class extends Element {
  static properties = { code: {}, words: { attribute: false }, revision: { type: Number } };

  history = new Task(this, {
    args: () => [this.code, this.revision],
    task: async ([code], { signal }) => {
      const read = part => api.get(`organization/units/${code}/${part}`, { signal });
      const [periods, changes] = await Promise.all([read('history'), read('succession')]);
      return { periods, changes, reasons: await reasons(periods, signal) };
    },
  });

  render() {
    return states(this.history, found => {
      const items = timeline(found);
      return html`<gl-timeline label=${t('unit.history')} .items=${items}></gl-timeline>`;
    });
  }
});

/** Reasons by the day on which they hold, from the audit trail, where one may read it. */
async function reasons(periods, signal) {
  const known = new Map();
  if (!session.can('audit.read') || !periods.length) return known;
  const query = { subject: `unit/${periods[0].code}`, size: 200 };
  const { items } = await api.get('audit', { query, signal }).catch(() => ({ items: [] }));
  for (const { after, reason } of items) {
    if (reason && after?.date) known.set(after.date, reason);
  }
  return known;
}

function timeline({ periods, changes, reasons: why }) {
  const today = format.today();
  const state = date => (date > today ? 'future' : 'done');
  const recorded = periods.map((period, i) => ({ period, former: periods[i - 1] })).map(({ period, former }) => ({
    date: period.from,
    document: period.document,
    title: former ? t('history.changed') : t('history.founded'),
    facts: factsOf(period, former, changes),
  }));
  const moved = changes.map(change => ({ date: change.date, document: change.document, title: titles[change.kind](), change }));
  return [...recorded.filter(({ facts }) => facts.length), ...moved]
    .sort((a, b) => b.date.localeCompare(a.date))
    .map(({ date, title, document, facts, change }) => ({
      date, title, state: state(date),
      body: html`${facts ? html`<ul>${facts.map(fact => html`<li>${fact}</li>`)}</ul>` : renderStep(change)}
        ${document ? html`<p>${t('reason.document')} ${linkToDocument(document)}</p>` : nothing}
        ${why.has(date) ? html`<p class="gl-muted">${t('history.reason', { reason: why.get(date) })}</p>` : nothing}`,
    }));
}

const titles = {
  MOVE: () => t('history.move'),
  MERGE: () => t('history.merge'),
  SPLIT: () => t('history.split'),
  CLOSE: () => t('history.close'),
};

const linkToDocument = number => (session.can('organization.document.read')
  ? html`<a href=${router.href('organization/documents', { q: number })}>${number}</a>` : number);

/** Each code leads to how things stood while it held. */
function renderStep({ date, from, to }) {
  const before = html`<a href=${hrefTo('unit', from, { asOf: dayBefore(date), tab: null })}>${from}</a>`;
  return html`<p>${before} → ${to ? html`<a href=${hrefTo('unit', to, { asOf: null, tab: null })}>${to}</a>` : t('restructure.ends')}</p>`;
}

const parts = () => [
  ['code', t('common.code')],
  ['name', t('common.name')],
  ['households', t('units.households')],
  ['residents', t('units.residents')],
  ['extent', t('units.extent')],
  ['note', t('common.note')],
];

/** What is new in the period; that a code came by a move is said there. */
function factsOf(period, former, changes) {
  const isMoved = changes.some(({ date, to }) => date === period.from && to === period.code);
  return parts()
    .filter(([part]) => (former ? period[part] !== former[part] && !(part === 'code' && isMoved) : period[part] !== null))
    .map(([part, label]) => (former
      ? t('edit.difference', { field: label, before: former[part] ?? t('common.none'), now: period[part] ?? t('common.none') })
      : t('history.fact', { field: label, value: period[part] })));
}
