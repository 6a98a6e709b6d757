export {AttributeTypeAndValue, DistinguishedName, readName} from './distinguished-name.ts';
export {
	distinguishedNameText,
	type NameProblem,
	type ParsedAttribute,
	parseDistinguishedName,
} from './distinguished-name-text.ts';
export {type GeneralName, ipText, readGeneralName, readGeneralNames} from './general-name.ts';
