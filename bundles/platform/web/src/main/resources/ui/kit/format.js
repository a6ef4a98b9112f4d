// Dates and numbers, in the district's zone and the reader's language.
import { language } from './words.js';

const ZONE = 'Asia/Shanghai';
const made = new Map();

/** @param {string} value ISO date or instant; an instant becomes the day it falls on in the district */
function date(value) {
  if (!value) return '';
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : isoDay(new Date(value));
}

/** To the minute; `seconds` for trails. */
function dateTime(value, { seconds = false } = {}) {
  if (!value) return '';
  return formatter(Intl.DateTimeFormat, 'sv-SE', {
    timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    ...(seconds && { second: '2-digit' }),
  }).format(new Date(value));
}

/** `signed`: a change, with its sign. */
function number(value, { digits = 0, least = 0, signed = false } = {}) {
  if (value === null || value === undefined) return '';
  const options = { maximumFractionDigits: Math.max(digits, least), minimumFractionDigits: least, ...(signed && { signDisplay: 'exceptZero' }) };
  return formatter(Intl.NumberFormat, language(), options).format(value);
}

/** @param {number} value as a part of one */
function percent(value, { digits = 1 } = {}) {
  if (value === null || value === undefined) return '';
  return formatter(Intl.NumberFormat, language(), { style: 'percent', maximumFractionDigits: digits }).format(value);
}

/** Today in the district, as an ISO date. */
function today() {
  return isoDay(new Date());
}

function isoDay(instant) {
  return formatter(Intl.DateTimeFormat, 'sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(instant);
}

function formatter(Type, locale, options) {
  const key = `${Type.name} ${locale} ${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new Type(locale, options));
  return made.get(key);
}

export const format = { date, dateTime, number, percent, today };
