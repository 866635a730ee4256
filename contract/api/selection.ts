import { givenFilesApi } from './given-files.ts'
import { selectionModelsApi } from './selection-models.ts'
import { selectionPeopleApi } from './selection-people.ts'
import { selectionRoundsApi } from './selection-rounds.ts'

/** The scoring studio: models, rounds in which departments weigh them, and what people decide. */
export const selectionApi = {
  models: selectionModelsApi,
  rounds: selectionRoundsApi,
  people: selectionPeopleApi,
  files: givenFilesApi,
}
