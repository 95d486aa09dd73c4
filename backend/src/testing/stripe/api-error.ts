/** An error as the API answers it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    readonly code?: string,
    readonly parameter?: string,
  ) {
    super(message);
  }

  get body() {
    const { type, message, code, parameter } = this;
    return {
      error: { type, message, ...(code && { code }), ...(parameter && { param: parameter }) },
    };
  }
}

export const invalid = (message: string, code?: string, parameter?: string): ApiError =>
  new ApiError(400, 'invalid_request_error', message, code, parameter);

export const missing = (id: string): ApiError =>
  new ApiError(404, 'invalid_request_error', `No such object: '${id}'`, 'resource_missing', 'id');
