// What is done to accounts. Each answers with the account, or nothing if it was not done.
import { html, api, openDialog, texts } from '@gridloom/ui';
import { newPassword, showPassword } from './password.js';

const t = await texts(import.meta.url);

const displayName = { name: 'displayName', label: t('accounts.displayName'), required: true, maxLength: 100 };
const unit = { name: 'unit', label: t('accounts.unit'), type: 'unit', help: t('accounts.unitHelp') };
const reason = { name: 'reason', label: t('accounts.reason'), type: 'textarea', rows: 2, maxLength: 500, help: t('accounts.reasonHelp') };

function ask({ heading, fields, value, submit, action, intro }) {
  return openDialog({
    heading,
    body: close => html`
      ${intro ? html`<p>${intro}</p>` : ''}
      <gl-form .fields=${fields} .value=${value ?? {}} .submit=${submit} submit-label=${action} .cancel=${() => close()}
        @gl-done=${event => close(event.detail ?? true)}></gl-form>`,
  }).closed;
}

export async function createAccount() {
  const password = newPassword();
  const account = await ask({
    heading: t('accounts.create'),
    action: t('accounts.create'),
    fields: [
      { name: 'name', label: t('accounts.name'), required: true, help: t('accounts.nameHelp'), maxLength: 40 },
      displayName,
      unit,
    ],
    submit: async (value, { key }) => (await api.post('accounts', { ...value, password }, { key })).body,
  });
  if (account) await showPassword(account.name, password);
  return account;
}

/** @param {{body: object, etag: string}} read the account as it was read */
export function changeAccount({ body, etag }) {
  return ask({
    heading: t('accounts.change'),
    fields: [displayName, unit],
    value: { displayName: body.displayName, unit: body.unit },
    submit: async value => (await api.put(`accounts/${body.name}`, value, { ifMatch: etag })).body,
  });
}

/** @param {'disable'|'enable'} way */
export function switchAccount(name, way) {
  return ask({
    heading: t(`accounts.${way}`),
    intro: t(`accounts.${way}Help`, { name }),
    action: t(`accounts.${way}`),
    fields: [reason],
    submit: async (value, { key }) => (await api.post(`accounts/${name}/${way}`, value, { key })).body,
  });
}

export async function resetPassword(name) {
  const password = newPassword();
  const done = await ask({
    heading: t('password.reset'),
    intro: t('password.resetHelp', { name }),
    action: t('password.reset'),
    fields: [],
    submit: async () => { await api.post(`accounts/${name}/password`, { password }, { key: null }); },
  });
  if (done) await showPassword(name, password);
  return done;
}

/** @param {{code: string, nameZh: string, nameEn: string}[]|null} roles null where they may not be seen */
export function addGrant(name, roles, label) {
  return ask({
    heading: t('grants.add'),
    action: t('grants.add'),
    fields: [
      roles ? { name: 'role', label: t('grants.role'), type: 'select', required: true,
        options: roles.map(role => ({ value: role.code, label: label(role) })) }
        : { name: 'role', label: t('grants.role'), required: true, help: t('grants.roleHelp') },
      { name: 'unit', label: t('grants.unit'), type: 'unit', help: t('grants.unitHelp') },
      { name: 'validFrom', label: t('grants.validFrom'), type: 'date', help: t('grants.validFromHelp') },
      { name: 'validTo', label: t('grants.validTo'), type: 'date', help: t('grants.validToHelp') },
    ],
    submit: async (value, { key }) => (await api.post(`accounts/${name}/grants`, value, { key })).body,
  });
}

export function revokeGrant(name, grant) {
  return ask({
    heading: t('grants.revoke'),
    intro: t('grants.revokeHelp', { role: grant.roleName, name }),
    action: t('grants.revoke'),
    fields: [reason],
    submit: value => api.del(`accounts/${name}/grants/${grant.id}`, { query: { reason: value.reason } }),
  });
}
