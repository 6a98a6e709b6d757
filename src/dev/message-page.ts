import {catalogue} from '../messages/catalogue.ts';
import {messagesPage} from '../report/message-text.ts';

/** The page docs/messages.md. */
export function messagePage(): string {
	return messagesPage(catalogue);
}
