/** What no header of a field of records has in it, unless a name of the field says so: figures of another time, shares of a sum. */
export const strangeHeader = /去年|同期|同比|环比|占比|是否|上年|\b(?:prev|prior|rank|last ?year)\b/i
