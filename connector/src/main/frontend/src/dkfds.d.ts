declare module 'dkfds' {
  export function init(options?: { scope?: ParentNode }): void;
}
