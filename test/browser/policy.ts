/** A policy as strict as the site will be given: what it forbids turns up in the console. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; connect-src 'self'; manifest-src 'self'";
