// What the window may ask and is told: only the types, for the answers are the worker's.
export type { QuestionAnswer, QuestionName, QuestionParams } from '../data/questions/index.ts'
export type { GroupGrowth } from '../data/questions/growthEach.ts'
export type { Story, StoryEvent } from '../data/reading/story.ts'
