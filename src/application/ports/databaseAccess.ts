/**
 * What a database is opened for:
 * - `make`: one that is not there is made;
 * - `change`: it has to be there;
 * - `read`: it has to be there, and need not be writable;
 * - `inspect`: the same, and nothing of it is changed, not even its permissions.
 */
export type Access = 'make' | 'change' | 'read' | 'inspect';
