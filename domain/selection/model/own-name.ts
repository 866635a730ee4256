/**
 * The name under which a changed model is kept: its own, or for one that comes along that of a child, so that an update of
 * the program cannot say something else by the same name.
 *
 * @param ready names of the models that come along
 */
export function ownName(name: string, ready: readonly string[]): string {
  return ready.includes(name) ? `${name.slice(0, 60)}-own` : name
}
