/** The number of the period of a line, at the length that `{period:String}` names. For `overLines`. */
export const periodOfLine = `multiIf(
        {period:String} = 'week', toInt32(intDiv(toInt32(line.day) + 3 + 7000000, 7) - 1000000),
        {period:String} = 'quarter', toInt32(intDiv(toRelativeMonthNum(line.day) - 1, 3)),
        toInt32(toRelativeMonthNum(line.day) - 1)
      )`
