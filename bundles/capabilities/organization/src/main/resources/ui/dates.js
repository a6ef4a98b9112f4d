import { format, html, nothing, router } from '@gridloom/ui';
import { t } from './words.js';

/** From when to when, as people say it: the last day counts in. */
export function period(from, to) {
  return to
    ? t('common.fromTo', { from: format.date(from), to: format.date(dayBefore(to)) })
    : t('common.since', { from: format.date(from) });
}

export function dayBefore(date) {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** Whether the address asks for another day than today. */
export function isOtherDay() {
  const { asOf } = router.route.params;
  return Boolean(asOf) && asOf !== format.today();
}

/** Says that what is shown is not of today, with a way back. */
export const asOfNotice = () => isOtherDay()
  ? html`<p class="gl-alert" data-kind="info" role="status">
      ${t('common.asOfNotice', { date: format.date(router.route.params.asOf) })}
      <button type="button" @click=${() => router.stay({ asOf: null })}>${t('common.backToToday')}</button></p>`
  : nothing;
