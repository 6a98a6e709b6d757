import {rulePage, rulesIndex} from '../report/rule-page.ts';
import {ruleFolders} from '../rules/folders.ts';

/** The pages of docs/rules by the names of their files: one for each rule, and their index. */
export function rulePages(): ReadonlyMap<string, string> {
	const pages = ruleFolders.flatMap(folder =>
		folder.rules.map(rule => [`${rule.id}.md`, rulePage(rule, folder)] as const),
	);
	return new Map([['README.md', rulesIndex(ruleFolders)], ...pages]);
}
