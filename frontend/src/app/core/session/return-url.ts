/** Where to go after signing in. Only a path of this site: `//host` would leave it. */
export function safeReturnUrl(wish: string | null | undefined): string {
  return wish && /^\/(?![/\\])/.test(wish) ? wish : '/documents';
}
