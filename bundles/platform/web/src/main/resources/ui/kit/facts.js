import { html } from './lit.js';

/** Names and values, as far as there are any. @param {[string, unknown][]} pairs */
export const facts = pairs => html`<dl class="gl-facts">${pairs.filter(([, value]) => isGiven(value)).map(([label, value]) => html`
  <dt>${label}</dt><dd>${value}</dd>`)}</dl>`;

const isGiven = value => value !== null && value !== undefined && value !== '' && value.length !== 0;
