/** What a change of structure would do. */
import { drillDown, format, html, nothing } from '@gridloom/ui';
import { t } from './words.js';

/** @param {object} outcome whose units have their names with them */
export const renderRestructured = outcome => html`
  ${outcome.units.length
    ? html`<ul>${outcome.units.map(unit => html`<li>${t('restructure.result', {
        name: unit.name, code: unit.code, parent: unit.names.parent.name,
      })}</li>`)}</ul>`
    : html`<p>${t('restructure.noResult')}</p>`}
  <p>${t('restructure.below', { count: format.number(outcome.unitsBelow) })}</p>
  <details>
    <summary>${t('restructure.codes', { count: outcome.codes.length })}</summary>
    <ul>${outcome.codes.map(({ from, to }) => html`
      <li>${from} → ${to ?? t('restructure.ends')}</li>`)}</ul>
  </details>
  ${renderConsequences(outcome.consequences.filter(({ count }) => count > 0))}`;

const renderConsequences = some => (some.length
  ? html`<h3>${t('restructure.consequences')}</h3><ul>${some.map(renderConsequence)}</ul>`
  : nothing);

/** Each in a page of its own, so that the form stays. */
function renderConsequence({ text, count, drillDown: list }) {
  const href = list && drillDown(`/api/${list}`);
  const said = `${format.number(count)} ${text}`;
  return html`<li>${href ? html`<a href=${href} target="_blank">${said}</a>` : said}</li>`;
}
