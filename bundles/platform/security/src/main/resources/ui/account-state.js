// What state an account is in, in words.
import { html, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);

/** The first one that holds is the one that matters most. */
function of(account) {
  return [
    !account.enabled && { kind: 'bad', label: t('accounts.disabled') },
    account.lockedUntil && { kind: 'warn', label: t('accounts.locked') },
    account.enabled && account.mustChangePassword && { kind: 'info', label: t('accounts.mustChangePassword') },
    account.enabled && !account.lockedUntil && { kind: 'good', label: t('accounts.enabled.true') },
  ].filter(Boolean);
}

export const states = {
  tags: account => of(account).map(({ kind, label }) => html`<span class="gl-tag" data-kind=${kind}>${label}</span> `),
  words: account => of(account).map(({ label }) => label).join(' '),
};
