// Who is signed in.
import { api, credentials } from './api.js';

let state = null;

export const session = {
  get account() { return state?.account ?? null; },
  get displayName() { return state?.displayName ?? ''; },
  /** Code of the home unit; null for the district's own. */
  get unit() { return state?.unit ?? null; },
  get mustChangePassword() { return state?.mustChangePassword ?? false; },
  get grants() { return state?.grants ?? []; },
  /** Whether the permission is held in some unit; the server asks about the unit itself. */
  can: permission => state?.permissions.includes(permission) ?? false,

  /** Whether somebody is signed in. */
  async load() {
    try {
      return accept(await api.get('session', { anonymous: true }));
    } catch (problem) {
      if (problem.status !== 401) throw problem;
      return false;
    }
  },
  async signIn(username, password) {
    const { body } = await api.post('session', { username, password }, { key: null, anonymous: true });
    return accept(body);
  },
  async changePassword(currentPassword, newPassword) {
    await api.post('session/password', { currentPassword, newPassword }, { key: null, anonymous: true });
    return session.load();
  },
  async signOut() {
    await api.del('session', { anonymous: true });
    location.reload();
  },
};

credentials.refresh = async () => {
  const { csrf } = credentials;
  const { account } = session;
  await session.load();
  // What is shown is not for whoever is signed in now.
  if (session.account !== account) location.reload();
  return credentials.csrf !== csrf;
};

function accept(answer) {
  state = answer;
  credentials.csrf = answer.csrfToken;
  return true;
}
