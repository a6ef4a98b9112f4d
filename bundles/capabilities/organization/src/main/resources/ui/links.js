/** Ways to the records that pages are about. The day that is looked at goes along. */
import { html, router } from '@gridloom/ui';

/** @typedef {'unit'|'party'|'outside'|'body'|'person'} Family */
const PAGES = {
  unit: 'organization/units',
  party: 'organization/party',
  outside: 'organization/outside',
  body: 'organization/coordination',
  person: 'organization/people',
};

const way = (family, code, params) => [`${PAGES[family]}/${code}`, { asOf: router.route.params.asOf, ...params }];

/** @param {Family} family @param {string} code */
export const hrefTo = (family, code, params) => router.href(...way(family, code, params));

/** @param {Family} family @param {string} code */
export const goTo = (family, code, params, options) => router.go(...way(family, code, params), options);

/** @param {Family} family @param {{code: string, name: string} | undefined} named */
export const linkTo = (family, named) =>
  named ? html`<a href=${hrefTo(family, named.code)} title=${named.code}>${named.name}</a>` : '';

export const linksTo = (family, many = []) => many.map((named, i) => html`${i ? ', ' : ''}${linkTo(family, named)}`);
