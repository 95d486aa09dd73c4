/**
 * The one interface of every writer. LangChain is an ES module and is loaded with the first call
 * (it takes half a second), so that its types have to be those of its ES module too.
 */
export type { BaseChatModel } from '@langchain/core/language_models/chat_models' with {
  'resolution-mode': 'import',
};
export type { AIMessageChunk, BaseMessage } from '@langchain/core/messages' with {
  'resolution-mode': 'import',
};
export type { ChatGenerationChunk } from '@langchain/core/outputs' with {
  'resolution-mode': 'import',
};
