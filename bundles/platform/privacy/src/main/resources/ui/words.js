import { format, router, texts } from '@gridloom/ui';

export const t = await texts(import.meta.url);

/** Where all that is kept of somebody is shown. */
export const address = subject => router.href(`privacy/subjects/${subject}`);

/** Years where they are whole ones, else months. */
export function span(months) {
  return months % 12 === 0 ? t('register.years', { count: months / 12 }) : t('register.months', { count: months });
}

export const day = date => (date ? format.date(date) : '');
export const time = at => (at ? format.dateTime(at) : '');
