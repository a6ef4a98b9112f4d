// A role is written or rewritten.
import { html, api, language, openDialog, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);

export const nameOf = role => (language() === 'en' ? role.nameEn : role.nameZh);

/** Permissions under what their modules are called. */
export function byModule(permissions) {
  const groups = new Map();
  for (const permission of permissions) groups.set(permission.module, [...groups.get(permission.module) ?? [], permission]);
  return [...groups];
}

/** All that are there, and those that the role holds of modules that are not. */
export async function choosable(held = []) {
  const known = await api.get('permissions');
  const codes = new Set(known.map(it => it.code));
  return [...known, ...held.filter(code => !codes.has(code)).map(code => ({ code, name: code, module: t('roles.absent') }))];
}

/** @param {{body: object, etag: string}} [read] the role as it was read; a new one without */
export async function editRole(read) {
  const role = read?.body;
  const permissions = await choosable(role?.permissions);
  const options = permissions.map(it => ({ value: it.code, label: it.name, group: it.module }));
  const fields = [
    ...role ? [] : [{ name: 'code', label: t('roles.code'), required: true, maxLength: 40, help: t('roles.codeHelp') }],
    { name: 'nameZh', label: t('roles.nameZh'), required: true, maxLength: 100 },
    { name: 'nameEn', label: t('roles.nameEn'), required: true, maxLength: 100 },
    { name: 'permissions', label: t('roles.permissions'), type: 'checkbox', options },
  ];
  const send = async (value, { key }) => (role
    ? await api.put(`roles/${role.code}`, value, { ifMatch: read.etag })
    : await api.post('roles', value, { key })).body;
  return openDialog({
    heading: role ? t('roles.change') : t('roles.create'),
    size: 'wide',
    body: close => html`<gl-form .fields=${fields} .submit=${send} .cancel=${() => close()} @gl-done=${event => close(event.detail)}
      .value=${role ? { nameZh: role.nameZh, nameEn: role.nameEn, permissions: role.permissions } : { permissions: [] }}></gl-form>`,
  }).closed;
}
