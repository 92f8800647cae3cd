// The part of an address after '#' reaches no server, so that a secret in it is in no log (rule P2). This puts it into the
// form that posts it, and takes it out of the address bar. Everything else works without script (rule P9).
//
// <form data-klik-fragment="token"> … <input name="token"> …: the field that the fragment goes to.
// Inside it: [data-klik-with-fragment] is shown when there is one, [data-klik-without-fragment] when there is none.
(function () {
  'use strict';

  const longest = 512;

  function fragment() {
    const raw = location.hash.slice(1, longest + 1);
    try {
      return decodeURIComponent(raw);
    } catch {
      return raw;
    }
  }

  function fill() {
    const forms = document.querySelectorAll('form[data-klik-fragment]');
    const value = fragment();
    if (value === '' || forms.length === 0) {
      return;
    }

    for (const form of forms) {
      const field = form.elements.namedItem(form.dataset.klikFragment);
      if (!(field instanceof HTMLInputElement)) {
        continue;
      }

      field.value = value;
      form.querySelectorAll('[data-klik-with-fragment]').forEach(part => { part.hidden = false; });
      form.querySelectorAll('[data-klik-without-fragment]').forEach(part => { part.hidden = true; });
    }

    history.replaceState(history.state, '', location.pathname + location.search);
  }

  fill();
  // A second link to the same page changes only the fragment, and loads nothing.
  addEventListener('hashchange', fill);
})();

// Passkeys. The page holds the question; the answer goes back with an ordinary form. Nothing is fetched. Where the browser does
// not know passkeys the part stays hidden, and a password works as ever.
//
// <form …> <div data-klik-passkey="create|get" data-klik-passkey-options="…" hidden> [name=credential], [data-klik-passkey-start],
// [data-klik-passkey-problem]. A form with data-klik-passkey-only is there for nothing else, and is shown with it.
(function () {
  'use strict';

  if (!window.PublicKeyCredential || !PublicKeyCredential.parseCreationOptionsFromJSON || !PublicKeyCredential.parseRequestOptionsFromJSON) {
    return;
  }

  // What browsers show a new passkey by is what is typed in the same form.
  function named(options, form) {
    const address = form.elements.namedItem('email');
    const name = form.elements.namedItem('name');
    if (address instanceof HTMLInputElement && name instanceof HTMLInputElement) {
      options.user.name = address.value;
      options.user.displayName = name.value;
    }

    return options;
  }

  function isFilledIn(form) {
    return ['name', 'email']
      .map(field => form.elements.namedItem(field))
      .every(field => !(field instanceof HTMLInputElement) || field.type === 'hidden' || field.reportValidity());
  }

  async function ask(part, form) {
    const options = JSON.parse(part.dataset.klikPasskeyOptions);
    return part.dataset.klikPasskey === 'create'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(named(options, form)) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  }

  async function answer(part, form) {
    const problem = part.querySelector('[data-klik-passkey-problem]');
    problem.hidden = true;
    if (!isFilledIn(form)) {
      return;
    }

    try {
      const credential = await ask(part, form);
      part.querySelector('[name=credential]').value = JSON.stringify(credential);
      form.submit();
    } catch {
      problem.hidden = false;
    }
  }

  for (const part of document.querySelectorAll('[data-klik-passkey]')) {
    const form = part.closest('form');
    part.hidden = false;
    if ('klikPasskeyOnly' in form.dataset) {
      form.hidden = false;
    }

    part.querySelector('[data-klik-passkey-start]').addEventListener('click', () => answer(part, form));
  }
})();
