/** What may be read of the service from outside the World: nothing of it changes anything. */
export {
	isTrivial,
	lineOf,
	mailOf,
	passcode,
	passwordProblem,
	pinProblem,
	serverPinProblem,
	stepAt,
	textOf,
	tokenOf,
	tokensOf,
	userOf,
} from './service/service.ts';
