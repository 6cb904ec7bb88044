export { PinBook } from '../pins/pinBook';
