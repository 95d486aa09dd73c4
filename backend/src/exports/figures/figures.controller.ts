import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Put,
  UploadedFile,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../../common';
import { OwnDocument } from '../../ownership';
import { RateLimit } from '../../rate-limit';
import { ImageUpload, type UploadedSource } from '../../sources';
import { Figure, FigureDetails, type FigureFields, FigureList } from './dto/figure';
import { FigureFieldsPipe, FormFields } from './dto/figure-fields';
import { FIGURE_BODY, IMAGE_CONTENT } from './figure-body';
import { FiguresService } from './figures.service';

@ApiTags('figures')
@SignedIn()
@Controller('documents/:id/figures')
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  @Get()
  @ApiOperation({ operationId: 'listFigures' })
  @ApiOkResponse({ standardSchema: FigureList })
  list(@CurrentUser() user: Principal, @Param('id', IdPipe) documentId: string) {
    return this.figures.list(user.userId, documentId);
  }

  @Post()
  @OwnDocument()
  @RateLimit('uploads')
  @ImageUpload()
  @ApiOperation({
    operationId: 'addFigure',
    summary: 'Add an image that the text can show',
    requestBody: FIGURE_BODY,
  })
  @ApiCreatedResponse({ standardSchema: Figure })
  add(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @UploadedFile() file: UploadedSource | undefined,
    @FormFields(FigureFieldsPipe) fields: FigureFields,
  ) {
    return this.figures.add(user.userId, documentId, file, fields);
  }

  @Get(':figureId')
  @Header('Cache-Control', 'private, no-store')
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  @ApiOperation({ operationId: 'getFigure', summary: 'The image itself' })
  @ApiOkResponse(IMAGE_CONTENT)
  content(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('figureId', IdPipe) figureId: string,
  ) {
    return this.figures.content(user.userId, documentId, figureId);
  }

  @Put(':figureId')
  @OwnDocument()
  @RateLimit('document-writes')
  @ApiOperation({ operationId: 'updateFigure', summary: 'Change what is said of an image' })
  @ApiOkResponse({ standardSchema: Figure })
  update(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('figureId', IdPipe) figureId: string,
    @Body({ schema: FigureDetails }) details: FigureDetails,
  ) {
    return this.figures.update(user.userId, documentId, figureId, details);
  }

  @Delete(':figureId')
  @HttpCode(204)
  @RateLimit('document-writes')
  @ApiOperation({ operationId: 'deleteFigure' })
  @ApiNoContentResponse()
  remove(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('figureId', IdPipe) figureId: string,
  ) {
    return this.figures.remove(user.userId, documentId, figureId);
  }
}
