import type {SessionCommand} from '../session-command.ts';

/** Flags of the official helper that take certificate and key from a store of the system, without files. */
const STORE = ['--cert-selector', '--system-store-name', '--use-latest-expiring-certificate'];

/** True for a command whose certificate is not in a file. */
export function isFromStore({words}: SessionCommand): boolean {
	return words.some(word => STORE.includes(word.replace(/=.*$/s, '')));
}
