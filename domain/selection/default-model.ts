import { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import model from './default-model.json' with { type: 'json' }

/** The model accounts are chosen by when no other is given; the document is default-model.json. */
export const defaultModel: SelectionModel = SelectionModel.parse(model)
